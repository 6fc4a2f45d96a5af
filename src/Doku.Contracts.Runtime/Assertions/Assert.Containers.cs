namespace Doku.Contracts.Runtime.Assertions;

/// <content>Arrays and objects.</content>
public static partial class Assert
{
    /// <summary><c>minItems</c>.</summary>
    public static Assertion MinItems(int limit) => new MinItemsAssertion(limit);

    /// <summary><c>maxItems</c>.</summary>
    public static Assertion MaxItems(int limit) => new MaxItemsAssertion(limit);

    /// <summary><c>uniqueItems: true</c>.</summary>
    public static Assertion UniqueItems() => new UniqueItemsAssertion();

    /// <summary><c>prefixItems</c>.</summary>
    public static Assertion PrefixItems(params Assertion[] items) =>
        new PrefixItemsAssertion(items);

    /// <summary><c>items</c>.</summary>
    /// <param name="from">How many items <c>prefixItems</c> beside it takes.</param>
    /// <param name="item">The schema of the others.</param>
    public static Assertion Items(int from, Assertion item) => new ItemsAssertion(from, item);

    /// <summary><c>contains</c> with <c>minContains</c> and <c>maxContains</c>.</summary>
    /// <param name="item">The schema that items are to fit.</param>
    /// <param name="min">The fewest items; 1 when the schema says nothing.</param>
    /// <param name="max">The most items; null when there is no limit.</param>
    public static Assertion Contains(Assertion item, int min, int? max) =>
        new ContainsAssertion(item, min, max);

    /// <summary><c>unevaluatedItems</c>.</summary>
    public static Assertion UnevaluatedItems(Assertion item) => new UnevaluatedItemsAssertion(item);

    /// <summary><c>minProperties</c>.</summary>
    public static Assertion MinProperties(int limit) => new MinPropertiesAssertion(limit);

    /// <summary><c>maxProperties</c>.</summary>
    public static Assertion MaxProperties(int limit) => new MaxPropertiesAssertion(limit);

    /// <summary><c>required</c>.</summary>
    public static Assertion Required(params string[] names) => new RequiredAssertion(names);

    /// <summary>One member of <c>dependentRequired</c>.</summary>
    /// <param name="name">The member that demands others.</param>
    /// <param name="required">The members that it demands.</param>
    public static Assertion DependentRequired(string name, params string[] required) =>
        new DependentAssertion(name, new RequiredAssertion(required));

    /// <summary>One member of <c>dependentSchemas</c>.</summary>
    /// <param name="name">The member that demands the schema.</param>
    /// <param name="schema">What the object must fit.</param>
    public static Assertion DependentSchema(string name, Assertion schema) =>
        new DependentAssertion(name, schema);

    /// <summary><c>properties</c>.</summary>
    public static Assertion Properties(params (string Name, Assertion Schema)[] members) =>
        new PropertiesAssertion(members);

    /// <summary><c>patternProperties</c>.</summary>
    public static Assertion PatternProperties(
        params (ContractPattern Pattern, Assertion Schema)[] members
    ) => new PatternPropertiesAssertion(members);

    /// <summary><c>additionalProperties</c>.</summary>
    /// <param name="names">The names in <c>properties</c> beside it.</param>
    /// <param name="patterns">The patterns in <c>patternProperties</c> beside it.</param>
    /// <param name="schema">The schema of all other members.</param>
    public static Assertion AdditionalProperties(
        string[] names,
        ContractPattern[] patterns,
        Assertion schema
    ) => new AdditionalPropertiesAssertion(names, patterns, schema);

    /// <summary><c>propertyNames</c>.</summary>
    public static Assertion PropertyNames(Assertion schema) => new PropertyNamesAssertion(schema);

    /// <summary><c>unevaluatedProperties</c>.</summary>
    public static Assertion UnevaluatedProperties(Assertion schema) =>
        new UnevaluatedPropertiesAssertion(schema);
}
