using Doku.Contracts.Schema.Documents;
using Doku.Contracts.Schema.Keywords;
using Doku.Contracts.Schema.Model;

namespace Doku.Contracts.Schema.Binding;

/// <summary>
/// Which assertions of a value its C# shape makes by typed code. Every other one is left over, and what is left over is
/// judged on the JSON itself: nothing can be forgotten.
/// </summary>
internal sealed class Coverage(BindingContext context, SchemaView view)
{
    private readonly HashSet<(string Part, string Keyword)> _covered = [];

    /// <summary>Notes that typed code makes the assertions of a keyword, in every part.</summary>
    public void Cover(params IEnumerable<string> keywords)
    {
        foreach (var keyword in keywords)
        {
            foreach (var part in view.Parts)
            {
                Cover(part, keyword);
            }
        }
    }

    /// <summary>Notes that typed code makes the assertion of one part's keyword.</summary>
    public void Cover(SchemaLocation part, string keyword) => _covered.Add((part.Key, keyword));

    /// <summary>The assertions that are left over.</summary>
    /// <param name="assertions">Binds them.</param>
    /// <param name="types">The JSON types that the typed code lets pass.</param>
    public List<AssertionModel> LeftOver(AssertionBinder assertions, JsonTypes types)
    {
        var left = new List<AssertionModel>();
        if (view.IsNever)
        {
            left.Add(AssertionModel.Never);
        }

        foreach (var part in view.Parts)
        {
            var keywords = KeywordTable.All.Where(k => IsLeft(part, k, types)).ToList();
            // What was evaluated is known only where the whole schema is.
            if (keywords.Exists(k => k.Vocabulary == Vocabulary.Unevaluated))
            {
                left.Add(assertions.Bind(part));
                continue;
            }

            left.AddRange(
                keywords
                    .Select(k => assertions.Bind(part, k))
                    .OfType<AssertionModel>()
                    .Where(a => !a.IsAlways)
            );
        }

        return left;
    }

    private bool IsLeft(SchemaLocation part, Keyword keyword, JsonTypes types) =>
        keyword.IsAssertion
        && (keyword.Types & types) != JsonTypes.None
        // The parts that these lead to are in the view themselves.
        && keyword.Name is not ("$ref" or "allOf")
        && !_covered.Contains((part.Key, keyword.Name))
        && context.Value(part, keyword.Name) is { } value
        && !(keyword.Name == "type" && (types & ~SchemaView.TypesOf(value)) == JsonTypes.None);
}
