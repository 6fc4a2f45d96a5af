using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Generators.Printing;

/// <summary>The framework's and the runtime's names in generated code, and the C# types of values.</summary>
internal static class Names
{
    public const string Runtime = "global::Doku.Contracts.Runtime.";
    public const string Errors = "ref " + Runtime + "ContractErrorSink errors";
    public const string Reader = "ref " + Runtime + "ContractReader reader";
    public const string Writer = "ref " + Runtime + "ContractWriter writer";
    public const string Checks = Runtime + "ContractChecks";
    public const string CharacterSets = "CharacterSets";

    public static string TypeOf(ValueModel value) =>
        value switch
        {
            TextValue => "string",
            TimestampValue timestamp =>
                $"{Runtime}Timestamp<{Runtime}{TimestampFormat(timestamp.Format)}>",
            EnumerationValue enumeration => enumeration.Type.Full,
            IntegerValue => "long",
            NumberValue => "decimal",
            BooleanValue => "bool",
            NullableValue nullable => TypeOf(nullable.Inner) + "?",
            MapValue map => $"{Runtime}ContractMap<{TypeOf(map.Item)}>",
            ObjectValue @object => @object.Type.Full,
            ListValue list => $"{Runtime}ContractList<{TypeOf(list.Item)}>",
            _ => throw new InvalidOperationException($"A {value.GetType().Name} has no C# type."),
        };

    /// <summary>Whether the C# type can be null without a question mark, so that a caller may have left it so.</summary>
    public static bool IsReference(ValueModel value) =>
        value is TextValue or ObjectValue or ListValue or MapValue;

    /// <summary>The value without the null that may stand in its place.</summary>
    public static ValueModel Plain(ValueModel value) =>
        value is NullableValue nullable ? nullable.Inner : value;

    public static string TimestampFormat(string format) =>
        format switch
        {
            "date-time" => "Rfc3339",
            "doku-jakarta" => "JakartaTime",
            "doku-utc" => "UtcTime",
            _ => throw new InvalidOperationException($"The format {format} has no C# type."),
        };

    public static string SetOf(CharacterPattern pattern) =>
        $"global::{pattern.Set!.Namespace}.{CharacterSets}.{pattern.Set.Name}";

    /// <summary>The member's JSON Pointer, from its object.</summary>
    public static string Pointer(string jsonName) =>
        Literals.Text("/" + jsonName.Replace("~", "~0").Replace("/", "~1"));
}
