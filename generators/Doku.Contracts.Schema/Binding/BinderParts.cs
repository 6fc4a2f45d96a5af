using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>The binders of one document, and what they find on the way.</summary>
internal sealed class BinderParts
{
    private readonly Queue<MergedType> _merged = new();
    private readonly Dictionary<string, TypeName> _mergedNames = new(StringComparer.Ordinal);

    public BinderParts(BindingContext context)
    {
        Context = context;
        Shapes = new ShapeChooser(context);
        Rules = new RulesBuilder(context);
        Assertions = new AssertionBinder(context, Rules);
        Advice = new AdviceBinder(context, Assertions, Rules);
        Texts = new TextBinder(context, Shapes);
    }

    public BindingContext Context { get; }

    public ShapeChooser Shapes { get; }

    public RulesBuilder Rules { get; }

    public AssertionBinder Assertions { get; }

    public AdviceBinder Advice { get; }

    public TextBinder Texts { get; }

    /// <summary>A type that several schemas give together; the same schemas give the same type.</summary>
    public TypeName Merge(string name, ValueKind kind, IReadOnlyList<SchemaLocation> locations)
    {
        var key = string.Join("\n", locations.Select(l => l.Key));
        if (!_mergedNames.TryGetValue(key, out var type))
        {
            type = Context.NamesOf(Context.Document).Take(name);
            _mergedNames.Add(key, type);
            _merged.Enqueue(new MergedType(type, kind, locations));
        }

        return type;
    }

    /// <summary>The next type that was found on the way.</summary>
    public MergedType? NextMerged() => _merged.Count > 0 ? _merged.Dequeue() : null;

    /// <summary>Gives the advice about a type's values its place; null when there is none.</summary>
    public RulesReference? AdviceFor(TypeName name, IReadOnlyList<SchemaLocation> locations)
    {
        var advice = AssertionBinder.AllOf(locations.Select(Advice.Bind));
        return advice.IsAlways ? null : Rules.Add(name.Name + "Advice", advice);
    }

    /// <summary>Gives the assertions that a type's typed code leaves over their place; null when there are none.</summary>
    public RulesReference? RulesFor(
        TypeName name,
        IReadOnlyList<SchemaLocation> locations,
        List<AssertionModel> left
    )
    {
        // Where the way to a schema decides what it means, the whole is judged from here.
        if (Context.DynamicAnchors.Count > 0)
        {
            left = [.. locations.Select(l => Assertions.Bind(l, isEntry: true))];
        }

        var assertion = AssertionBinder.AllOf(left);
        return assertion.IsAlways ? null : Rules.Add(name.Name, assertion);
    }
}
