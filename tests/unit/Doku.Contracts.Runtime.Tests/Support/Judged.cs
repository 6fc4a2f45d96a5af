using System.Text;
using Doku.Contracts.Runtime.Assertions;

namespace Doku.Contracts.Runtime.Tests.Support;

/// <summary>A contract without a type of its own: it judges any JSON by the rules that a test gives.</summary>
internal sealed class Judged : IContract<Judged>
{
    private static readonly ContractReadOptions Strict = ContractReadOptions.Strict with
    {
        MaxBytes = int.MaxValue,
    };

    [ThreadStatic]
    private static Assertion? _rules;

    private Judged() { }

    public static bool Holds(Assertion rules, string json) => Errors(rules, json).IsValid;

    public static ContractErrors Errors(
        Assertion rules,
        string json,
        ContractReadOptions? options = null
    ) => Errors(rules, Encoding.UTF8.GetBytes(json), options);

    public static ContractErrors Errors(
        Assertion rules,
        byte[] json,
        ContractReadOptions? options = null
    )
    {
        _rules = rules;
        ContractCodec.TryRead<Judged>(json, options ?? Strict, out _, out var errors);
        return errors;
    }

    /// <summary>Each error as its pointer, code and message.</summary>
    public static string[] Words(Assertion rules, string json) =>
        [.. Errors(rules, json).Select(e => $"{e.Pointer} {e.Code}: {e.Message}")];

    public static Judged Read(ref ContractReader reader)
    {
        var start = reader.Position;
        reader.Skip();
        reader.Judge(_rules!, start);
        return new Judged();
    }

    public static void Write(Judged value, ref ContractWriter writer) =>
        throw new NotSupportedException();

    public static void Validate(Judged value, ref ContractErrorSink errors) =>
        throw new NotSupportedException();
}
