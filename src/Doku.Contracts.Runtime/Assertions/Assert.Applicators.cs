namespace Doku.Contracts.Runtime.Assertions;

/// <content>What applies other schemas to the same value.</content>
public static partial class Assert
{
    /// <summary><c>allOf</c>.</summary>
    public static Assertion AllOf(params Assertion[] schemas) => new SchemaAssertion(schemas);

    /// <summary><c>anyOf</c>.</summary>
    public static Assertion AnyOf(params Assertion[] schemas) => new AnyOfAssertion(schemas);

    /// <summary><c>oneOf</c>.</summary>
    public static Assertion OneOf(params Assertion[] schemas) => new OneOfAssertion(schemas);

    /// <summary><c>not</c>.</summary>
    public static Assertion Not(Assertion schema) => new NotAssertion(schema);

    /// <summary><c>if</c> with <c>then</c> and <c>else</c>.</summary>
    public static Assertion If(Assertion condition, Assertion? then, Assertion? @else) =>
        new IfAssertion(condition, then, @else);

    /// <summary><c>$ref</c>. The target is asked for once, when a value is first judged: a schema may refer to itself.</summary>
    public static Assertion Reference(Func<Assertion> target) => new ReferenceAssertion(target);

    /// <summary><c>$dynamicRef</c>: the outermost resource on the way here that has the anchor decides.</summary>
    /// <param name="anchor">The <c>$dynamicAnchor</c>.</param>
    /// <param name="fallback">What the reference means where no resource has the anchor.</param>
    public static Assertion DynamicReference(string anchor, Func<Assertion> fallback) =>
        new DynamicReferenceAssertion(anchor, fallback);

    /// <summary>A schema resource: a schema file, or a schema with an <c>$id</c>. Whatever leads into it leads through it.</summary>
    /// <param name="dynamicAnchors">The resource's <c>$dynamicAnchor</c>s.</param>
    /// <param name="schema">The resource's root, or the part of it that is referred to.</param>
    public static Assertion Resource(
        (string Anchor, Func<Assertion> Target)[] dynamicAnchors,
        Assertion schema
    ) => new ResourceAssertion(dynamicAnchors, schema);
}
