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
    public const string Assert = Runtime + "Assertions.Assert";
    public const string Assertion = Runtime + "Assertions.Assertion";
    public const string CharacterSets = "CharacterSets";
    public const string NotNullWhenTrue =
        "[global::System.Diagnostics.CodeAnalysis.NotNullWhen(true)]";

    public static string TypeOf(ValueModel value) =>
        value switch
        {
            TextValue => "string",
            TimestampValue timestamp => $"{Runtime}Timestamp<{Runtime}{timestamp.Format}>",
            EnumerationValue enumeration => enumeration.Type.Full,
            IntegerValue => "long",
            NumberValue => "decimal",
            AnyNumberValue => Runtime + "ContractNumber",
            BooleanValue => "bool",
            NullableValue nullable => TypeOf(nullable.Value) + "?",
            MapValue map => $"{Runtime}ContractMap<{TypeOf(map.Item)}>",
            ObjectValue @object => @object.Type.Full,
            ListValue list => $"{Runtime}ContractList<{TypeOf(list.Item)}>",
            JsonValue => Runtime + "ContractValue",
            _ => throw new InvalidOperationException($"A {value.GetType().Name} has no C# type."),
        };

    /// <summary>The type of a local variable that a value is read into: null until it was.</summary>
    public static string Nullable(ValueModel value) => TypeOf(value.Plain) + "?";

    /// <summary>A value that was read, once it is known not to be null.</summary>
    public static string Known(ValueModel value, string local) =>
        value.Plain.IsReference ? local : local + ".Value";

    /// <summary>A set that the schemas name.</summary>
    public static string SetOf(CharacterPattern pattern) =>
        $"global::{pattern.Set!.Namespace}.{CharacterSets}.{pattern.Set.Name}";

    /// <summary>The member's JSON Pointer, from its object.</summary>
    public static string Pointer(string jsonName) =>
        SchemaText.Literal("/" + jsonName.Replace("~", "~0").Replace("/", "~1"));

    /// <summary>The assertions that no typed code makes.</summary>
    public static string Rules(RulesReference rules) => $"{rules.Holder.Full}.{rules.Node}";
}
