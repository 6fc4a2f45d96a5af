namespace Doku.Contracts.Runtime;

/// <summary>The text that a <see cref="ContractValue"/> shares with the values inside it. Its table is made when it is first asked for.</summary>
internal sealed class ContractDocument(byte[] utf8Json)
{
    private JsonToken[]? _tokens;

    public JsonToken[] Tokens => _tokens ??= JsonTokenizer.Tokenize(utf8Json);

    public JsonView View => new(utf8Json, Tokens);

    /// <summary>A value's text. The outermost value's is the whole text.</summary>
    public ReadOnlyMemory<byte> TextOf(int at) =>
        at == 0 ? utf8Json : utf8Json.AsMemory(Tokens[at].Start, Tokens[at].End - Tokens[at].Start);
}
