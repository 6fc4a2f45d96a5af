using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Model;
using Doku.Contracts.Schema.Naming;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Collects the assertions of a document's schemas that no typed code makes, each under a name.</summary>
internal sealed class RulesBuilder(BindingContext context)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly NameScope _scope = new();
    private PatternScope? _made;
    private readonly List<RuleNode> _nodes = [];
    private readonly Queue<(string Name, SchemaLocation Location, bool IsAdvice)> _open = new();

    private TypeName? _holder;

    private PatternScope Patterns => _made ??= new PatternScope(_scope);

    /// <summary>The class that holds the assertions.</summary>
    public TypeName Holder =>
        _holder ??= context
            .NamesOf(context.Document)
            .Take(context.NameOf(context.Document.OrderedSchemas[0]).Name + "Rules");

    /// <summary>The name of everything that a schema asserts. It may be bound later, so schemas can refer to each other.</summary>
    public string NodeOf(SchemaLocation location)
    {
        // What only refers to another schema asserts what that does.
        location = context.DynamicAnchors.Count > 0 ? location : context.Dereference(location);
        return Name(location, "");
    }

    /// <summary>The name of everything that a schema advises.</summary>
    public string AdviceNodeOf(SchemaLocation location) => Name(location, "Advice");

    private string Name(SchemaLocation location, string suffix)
    {
        var key = location.Key + " " + suffix;
        if (!_names.TryGetValue(key, out var name))
        {
            name = _scope.Take(context.NameOf(location).Name + suffix);
            _names.Add(key, name);
            _open.Enqueue((name, location, suffix.Length > 0));
        }

        return name;
    }

    /// <summary>Gives assertions a name.</summary>
    public RulesReference Add(string name, AssertionModel assertion)
    {
        if (assertion is { Factory: "Reference", Arguments: [NodeArgument known] })
        {
            return new RulesReference(Holder, known.Node);
        }

        name = _scope.Take(name);
        _nodes.Add(new RuleNode(name, assertion));
        return new RulesReference(Holder, name);
    }

    /// <summary>Notes a pattern, so that it is made once.</summary>
    public PatternArgument Pattern(PatternModel pattern)
    {
        Patterns.Take(pattern is CharacterPattern ? "Characters" : "Pattern", pattern);
        return new PatternArgument(pattern);
    }

    /// <summary>Everything that was collected; null when nothing was.</summary>
    public RulesModel? Build(AssertionBinder binder, AdviceBinder advice)
    {
        while (_open.Count > 0)
        {
            var (name, location, isAdvice) = _open.Dequeue();
            _nodes.Add(
                new RuleNode(
                    name,
                    isAdvice ? advice.Bind(location) : binder.Bind(location, isEntry: true)
                )
            );
        }

        return _nodes.Count == 0
            ? null
            : new RulesModel(
                Holder,
                context.Document.File.LogicalPath,
                _nodes.ToEquatableArray(),
                Patterns.All
            );
    }
}
