namespace Doku.Contracts.Runtime.Assertions;

/// <summary><c>type</c>.</summary>
internal sealed class TypeAssertion(JsonTypes types) : Check(ContractErrorCodes.Type)
{
    private static readonly (JsonTypes Type, string Noun)[] Nouns =
    [
        (JsonTypes.Object, ContractWords.Object),
        (JsonTypes.Array, ContractWords.Array),
        (JsonTypes.String, ContractWords.String),
        (JsonTypes.Number, ContractWords.Number),
        (JsonTypes.Integer, ContractWords.Integer),
        (JsonTypes.Boolean, ContractWords.Boolean),
        (JsonTypes.Null, ContractWords.Null),
    ];

    protected override string Message
    {
        get
        {
            // A number is more than a whole number, so that a schema with both says the first alone.
            var said = (types & JsonTypes.Number) != 0 ? types & ~JsonTypes.Integer : types;
            var nouns = Nouns.Where(n => (said & n.Type) != 0).Select(n => n.Noun).ToArray();
            return nouns.Length < 2
                ? $"must be {string.Concat(nouns)}"
                : $"must be {string.Join(", ", nouns[..^1])} or {nouns[^1]}";
        }
    }

    protected override bool Allows(ref Judgement judgement, int at)
    {
        var kind = judgement.View[at].Kind;
        return (types & TypeOf(kind)) != 0
            || (
                kind == JsonKind.Number
                && (types & JsonTypes.Integer) != 0
                && judgement.View.Number(at).IsWhole
            );
    }

    private static JsonTypes TypeOf(JsonKind kind) =>
        kind switch
        {
            JsonKind.Null => JsonTypes.Null,
            JsonKind.False or JsonKind.True => JsonTypes.Boolean,
            JsonKind.Number => JsonTypes.Number,
            JsonKind.String => JsonTypes.String,
            JsonKind.Array => JsonTypes.Array,
            _ => JsonTypes.Object,
        };
}
