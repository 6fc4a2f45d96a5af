namespace Doku.Contracts.Schema.Model;

/// <summary>
/// One assertion about a JSON value, as the runtime makes it: the name of its factory and the factory's arguments.
/// A printer needs to know no more, so a new assertion is a row of the keyword table and a method of the runtime.
/// </summary>
public sealed record AssertionModel(string Factory, EquatableArray<ArgumentModel> Arguments)
{
    public static AssertionModel Always { get; } = new("Always", []);

    public static AssertionModel Never { get; } = new("Never", []);

    public bool IsAlways => Factory == "Always";
}

/// <summary>An argument of an assertion's factory.</summary>
public abstract record ArgumentModel;

/// <summary>A string.</summary>
public sealed record TextArgument(string Text) : ArgumentModel;

/// <summary>A number of characters, items or members; null for no limit.</summary>
public sealed record CountArgument(int? Count) : ArgumentModel;

/// <summary>A pattern, made once and shared.</summary>
public sealed record PatternArgument(PatternModel Pattern) : ArgumentModel;

/// <summary>A set of JSON types, by the names of the runtime's flags.</summary>
public sealed record TypesArgument(EquatableArray<string> Names) : ArgumentModel;

/// <summary>Another assertion; null for none.</summary>
public sealed record AssertionArgument(AssertionModel? Assertion) : ArgumentModel;

/// <summary>The assertions of a schema that has a name of its own, looked up when they are first needed.</summary>
public sealed record NodeArgument(string Node) : ArgumentModel;

/// <summary>Two arguments that belong together.</summary>
public sealed record PairArgument(ArgumentModel First, ArgumentModel Second) : ArgumentModel;

/// <summary>An array of arguments of one kind.</summary>
public sealed record ArrayArgument(string ItemType, EquatableArray<ArgumentModel> Items)
    : ArgumentModel;

/// <summary>The assertions of a document's schemas that no typed code makes.</summary>
/// <param name="Name">The class that holds them.</param>
/// <param name="LogicalPath">The schema file.</param>
/// <param name="Nodes">The assertions by name.</param>
/// <param name="Patterns">The patterns that they use, by name.</param>
public sealed record RulesModel(
    TypeName Name,
    string LogicalPath,
    EquatableArray<RuleNode> Nodes,
    EquatableArray<NamedPattern> Patterns
) : SourceModel;

/// <summary>The assertions of one schema.</summary>
public sealed record RuleNode(string Name, AssertionModel Assertion);

/// <summary>A pattern and the name of the member that holds it.</summary>
public sealed record NamedPattern(string Name, PatternModel Pattern);
