using System.Globalization;
using System.Text;

namespace Doku.Contracts.Runtime.Assertions;

/// <summary><c>enum</c> and <c>const</c>.</summary>
internal sealed class EnumAssertion : Check
{
    // More values than these aren't listed in an error.
    private const int MostListed = 12;

    private readonly (byte[] Json, JsonToken[] Tokens)[] _values;

    public EnumAssertion(string[] jsonTexts)
        : base(ContractErrorCodes.Enum)
    {
        _values = [.. jsonTexts.Select(Parse)];
    }

    protected override string Message =>
        ContractWords.Enum(
            _values.Length > MostListed
                ? string.Create(CultureInfo.InvariantCulture, $"{_values.Length} values")
                : string.Join(", ", _values.Select(v => Words(v.Json, v.Tokens)))
        );

    protected override bool Allows(ref Judgement judgement, int at)
    {
        foreach (var (json, tokens) in _values)
        {
            if (JsonEquality.AreEqual(judgement.View, at, new JsonView(json, tokens), 0))
            {
                return true;
            }
        }

        return false;
    }

    private static (byte[], JsonToken[]) Parse(string jsonText)
    {
        var json = Encoding.UTF8.GetBytes(jsonText);
        return (json, JsonTokenizer.Tokenize(json));
    }

    // A text stands without its quotes, as in the errors of typed code.
    private static string Words(byte[] json, JsonToken[] tokens)
    {
        var view = new JsonView(json, tokens);
        return tokens[0].Kind == JsonKind.String
            ? view.Text(0)
            : Encoding.UTF8.GetString(view.Raw(0));
    }
}
