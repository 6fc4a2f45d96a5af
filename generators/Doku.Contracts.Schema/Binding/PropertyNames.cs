using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Naming;

namespace Doku.Contracts.Schema.Binding;

/// <summary>What a record's members are called in C#. Conditions of other records ask for them as well.</summary>
internal sealed class PropertyNames
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private PropertyNames() { }

    public string this[string jsonName] => _names[jsonName];

    /// <summary>Names the members that a record's schema declares, and those that it requires without declaring them.</summary>
    public static PropertyNames Of(BindingContext context, SchemaView view, string typeName)
    {
        var names = new PropertyNames();
        var scope = new NameScope([.. ReservedNames.RecordMembers, typeName]);
        var members = Members(context, view);
        foreach (var (jsonName, schemas) in members)
        {
            if (GivenName(schemas) is { } given)
            {
                if (!scope.TryTake(given.Name))
                {
                    context.Report(
                        given.Location,
                        Rule.NameCollision,
                        given.Location.Node["x-name"]!.Range,
                        given.Name
                    );
                    names._names[jsonName] = scope.Take(given.Name);
                }
                else
                {
                    names._names[jsonName] = given.Name;
                }
            }
        }

        foreach (var (jsonName, schemas) in members)
        {
            if (!names._names.ContainsKey(jsonName))
            {
                names._names[jsonName] = scope.Take(CSharpNames.Pascal(jsonName), "Value");
            }
        }

        return names;
    }

    /// <summary>The members that a record has, in the order of the schema.</summary>
    public static IReadOnlyList<(string JsonName, IReadOnlyList<SchemaLocation> Schemas)> Members(
        BindingContext context,
        SchemaView view
    )
    {
        var members = new List<(string, IReadOnlyList<SchemaLocation>)>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, schemas) in view.Properties)
        {
            known.Add(name);
            // A member that must not be there is none.
            if (!context.View(schemas).IsNever)
            {
                members.Add((name, schemas));
            }
        }

        foreach (var (_, required) in view.All("required"))
        {
            foreach (var item in required.Items.Where(i => known.Add(i.Text)))
            {
                members.Add((item.Text, []));
            }
        }

        return members;
    }

    // On a schema that defines a type in place, x-name is the type's name.
    private static (string Name, SchemaLocation Location)? GivenName(
        IReadOnlyList<SchemaLocation> schemas
    ) =>
        schemas.Count > 0
        && schemas[0].Node.TextOf("x-name") is { } name
        && CSharpNames.IsIdentifier(name)
        && !TypeNames.DefinesType(schemas[0].Node)
            ? (name, schemas[0])
            : null;
}
