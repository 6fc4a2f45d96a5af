using System.Text;
using Doku.Contracts.Conformance.Tests.Judging;

namespace Doku.Contracts.Conformance.Tests.Instances;

/// <summary>A value of an instance in the making, with what its schema says of it.</summary>
/// <param name="Schema">Every schema that is said of the value.</param>
internal sealed record InstanceNode(IReadOnlyList<SchemaPart> Schema)
{
    /// <summary>The JSON text of a value without parts.</summary>
    public string? Text { get; init; }

    public List<(string Name, InstanceNode Value)>? Members { get; init; }

    public List<InstanceNode>? Items { get; init; }

    public IEnumerable<InstanceNode> Children =>
        Members?.Select(m => m.Value) ?? Items ?? Enumerable.Empty<InstanceNode>();

    /// <summary>The value and all that is in it.</summary>
    public IEnumerable<InstanceNode> All() => Children.SelectMany(c => c.All()).Prepend(this);

    /// <summary>The JSON text, in which some values are replaced.</summary>
    public string Render(IReadOnlyDictionary<InstanceNode, string>? replaced = null)
    {
        var text = new StringBuilder();
        Render(text, replaced);
        return text.ToString();
    }

    public bool Equals(InstanceNode? other) => ReferenceEquals(this, other);

    public override int GetHashCode() =>
        System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    private void Render(StringBuilder text, IReadOnlyDictionary<InstanceNode, string>? replaced)
    {
        if (replaced is not null && replaced.TryGetValue(this, out var other))
        {
            text.Append(other);
        }
        else if (Members is not null)
        {
            text.Append('{');
            foreach (var (name, value) in Members)
            {
                text.Append(text[^1] == '{' && ReferenceEquals(value, Members[0].Value) ? "" : ",");
                text.Append(JsonTexts.Quote(name)).Append(':');
                value.Render(text, replaced);
            }

            text.Append('}');
        }
        else if (Items is not null)
        {
            text.Append('[');
            foreach (var item in Items)
            {
                text.Append(ReferenceEquals(item, Items[0]) ? "" : ",");
                item.Render(text, replaced);
            }

            text.Append(']');
        }
        else
        {
            text.Append(Text);
        }
    }
}
