using Doku.Contracts.Schema.Diagnostics;
using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Json;

namespace Doku.Contracts.Schema.Binding;

/// <summary>Where the members of a body are, by JSON Pointer. Members of lists have no place of their own.</summary>
internal sealed class MemberMarks(BindingContext context)
{
    // No reader goes deeper, and a schema whose types hold each other many times over has more ways than anybody can go.
    private const int MostDepth = 64;
    private const int MostMembers = 20_000;

    private int _left;

    /// <summary>Every member whose schema has an annotation, in the order of the schema.</summary>
    public IReadOnlyList<(string Pointer, SchemaNode Value, SchemaView View)> Find(
        SchemaView body,
        string annotation
    )
    {
        var found = new List<(string, SchemaNode, SchemaView)>();
        if (context.Closure.Any(document => document.HasMarks))
        {
            _left = MostMembers;
            Walk(body, "", annotation, [], found, 0);
            if (_left < 0)
            {
                context.Report(
                    context.Document,
                    Rule.InvalidContract,
                    context.Document.Root!.Range,
                    $"'{annotation}' is looked for in {MostMembers} members of a body at most, and a body here has more"
                );
            }
        }

        return found;
    }

    /// <summary>Whether a body may have a member at a JSON Pointer.</summary>
    public bool Has(SchemaLocation body, string pointer)
    {
        var views = Branches(context.View(body)).ToList();
        foreach (var token in pointer.Split('/').Skip(1))
        {
            var name = token.Replace("~1", "/").Replace("~0", "~");
            views =
            [
                .. views
                    .Select(view => view.Property(name))
                    .OfType<IReadOnlyList<SchemaLocation>>()
                    .SelectMany(schemas => Branches(context.View(schemas))),
            ];
        }

        return views.Count > 0;
    }

    private void Walk(
        SchemaView view,
        string pointer,
        string annotation,
        HashSet<string> open,
        List<(string, SchemaNode, SchemaView)> found,
        int depth
    )
    {
        foreach (var branch in depth < MostDepth ? Branches(view) : [])
        {
            foreach (var (name, schemas) in branch.Properties)
            {
                if (--_left < 0)
                {
                    return;
                }

                var member = context.View(schemas);
                var place = SchemaLocation.Append(pointer, name);
                if (member.First(annotation) is { } mark && found.TrueForAll(f => f.Item1 != place))
                {
                    found.Add((place, mark.Value, member));
                }

                // A type that holds itself has no end.
                var keys = member.Parts.Select(part => part.Key).Where(open.Add).ToList();
                if (keys.Count > 0)
                {
                    Walk(member, place, annotation, open, found, depth + 1);
                    open.ExceptWith(keys);
                }
            }
        }
    }

    // A body of one of several kinds has the members of each.
    private IEnumerable<SchemaView> Branches(SchemaView view)
    {
        yield return view;
        foreach (var keyword in new[] { "oneOf", "anyOf" })
        {
            foreach (var (location, value) in view.All(keyword))
            {
                for (var i = 0; i < value.Items.Count; i++)
                {
                    yield return context.View(
                        location.Child(
                            keyword,
                            i.ToString(System.Globalization.CultureInfo.InvariantCulture)
                        )
                    );
                }
            }
        }
    }
}
