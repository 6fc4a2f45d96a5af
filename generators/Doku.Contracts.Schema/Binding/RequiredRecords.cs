using Doku.Contracts.Schema.Documents;

namespace Doku.Contracts.Schema.Binding;

/// <summary>
/// Which records need which others before there can be a value of them. One that needs itself can have none.
/// </summary>
internal sealed class RequiredRecords(BindingContext context, ShapeChooser shapes)
{
    // Each record is looked at once, however many lead to it.
    private readonly Dictionary<
        SchemaLocation,
        List<(string Name, SchemaLocation Record)>
    > _required = [];

    // Records that are known to need no record that needs itself.
    private readonly HashSet<SchemaLocation> _finite = [];

    /// <summary>The members of a record that need a value of the record itself.</summary>
    public IEnumerable<string> Circles(SchemaLocation record) =>
        IsFinite(record)
            ? []
            : Of(record)
                .Where(member => Reaches(member.Record, record))
                .Select(member => member.Name);

    // Not recursive: records may need each other by the thousand. A walk that comes back to a record whose own walk
    // hasn't ended has found a circle.
    private bool IsFinite(SchemaLocation record)
    {
        var open = new HashSet<SchemaLocation>();
        var stack = new Stack<(SchemaLocation Record, bool IsEnd)>();
        stack.Push((record, false));
        while (stack.Count > 0)
        {
            var (at, isEnd) = stack.Pop();
            if (isEnd)
            {
                open.Remove(at);
                _finite.Add(at);
            }
            else if (_finite.Contains(at))
            {
                continue;
            }
            else if (!open.Add(at))
            {
                return false;
            }
            else
            {
                stack.Push((at, true));
                foreach (var (_, next) in Of(at))
                {
                    stack.Push((next, false));
                }
            }
        }

        return true;
    }

    private bool Reaches(SchemaLocation from, SchemaLocation target)
    {
        var passed = new HashSet<SchemaLocation>();
        var stack = new Stack<SchemaLocation>();
        stack.Push(from);
        while (stack.Count > 0)
        {
            var at = stack.Pop();
            if (at.Equals(target))
            {
                return true;
            }

            if (!_finite.Contains(at) && passed.Add(at))
            {
                foreach (var (_, next) in Of(at))
                {
                    stack.Push(next);
                }
            }
        }

        return false;
    }

    // The members without which there is no value, and which are records themselves.
    private List<(string Name, SchemaLocation Record)> Of(SchemaLocation record)
    {
        if (!_required.TryGetValue(record, out var found))
        {
            var view = context.View(record);
            found =
            [
                .. from name in view.All("required")
                    .SelectMany(list => list.Value.Items)
                    .Select(item => item.Text)
                    .Distinct()
                where view.Property(name) is [_]
                let target = context.Dereference(view.Property(name)![0])
                where shapes.IsRecord(target)
                select (name, target),
            ];
            _required.Add(record, found);
        }

        return found;
    }
}
