using System.ComponentModel;

namespace Doku.Contracts.Runtime.Assertions;

/// <summary>
/// The assertions of JSON Schema 2020-12, one a keyword, for generated code. A keyword that speaks of one type says
/// nothing about values of another, as everywhere in JSON Schema.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Assert
{
    /// <summary>The schema <c>true</c>.</summary>
    public static Assertion Always { get; } = new AlwaysAssertion();

    /// <summary>The schema <c>false</c>.</summary>
    public static Assertion Never { get; } = new NeverAssertion();

    /// <summary>A schema object: its assertions apply together; <c>unevaluatedProperties</c> and <c>unevaluatedItems</c> come last.</summary>
    public static Assertion Schema(params Assertion[] assertions) =>
        new SchemaAssertion(assertions);

    /// <summary><c>type</c>.</summary>
    public static Assertion Types(JsonTypes types) => new TypeAssertion(types);

    /// <summary><c>enum</c>, and <c>const</c> as an <c>enum</c> of one.</summary>
    /// <param name="jsonTexts">The allowed values, each as JSON.</param>
    public static Assertion Enum(params string[] jsonTexts) => new EnumAssertion(jsonTexts);

    /// <summary><c>minLength</c>, in code points.</summary>
    public static Assertion MinLength(int limit) => new MinLengthAssertion(limit);

    /// <summary><c>maxLength</c>, in code points.</summary>
    public static Assertion MaxLength(int limit) => new MaxLengthAssertion(limit);

    /// <summary><c>pattern</c>.</summary>
    public static Assertion Pattern(ContractPattern pattern) => new PatternAssertion(pattern);

    /// <summary><c>pattern</c> of one repeated character class.</summary>
    public static Assertion Characters(CharacterSet set) => new CharactersAssertion(set, false);

    /// <summary>The same of a class that unpaired surrogates belong to.</summary>
    public static Assertion CharactersOrUnpaired(CharacterSet set) =>
        new CharactersAssertion(set, true);

    /// <summary><c>format</c>; a format that isn't known asserts nothing.</summary>
    public static Assertion Format(string name) =>
        TextFormats.Find(name) is { } format ? new FormatAssertion(name, format) : Always;

    /// <summary><c>minimum</c>.</summary>
    /// <param name="number">The limit as JSON.</param>
    public static Assertion Minimum(string number) =>
        new MinimumAssertion(number, isExclusive: false);

    /// <summary><c>exclusiveMinimum</c>.</summary>
    /// <param name="number">The limit as JSON.</param>
    public static Assertion ExclusiveMinimum(string number) =>
        new MinimumAssertion(number, isExclusive: true);

    /// <summary><c>maximum</c>.</summary>
    /// <param name="number">The limit as JSON.</param>
    public static Assertion Maximum(string number) =>
        new MaximumAssertion(number, isExclusive: false);

    /// <summary><c>exclusiveMaximum</c>.</summary>
    /// <param name="number">The limit as JSON.</param>
    public static Assertion ExclusiveMaximum(string number) =>
        new MaximumAssertion(number, isExclusive: true);

    /// <summary><c>multipleOf</c>.</summary>
    /// <param name="number">The unit as JSON.</param>
    public static Assertion MultipleOf(string number) => new MultipleOfAssertion(number);
}
