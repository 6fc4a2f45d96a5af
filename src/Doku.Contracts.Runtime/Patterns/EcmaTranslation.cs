using System.Globalization;
using System.Text;

namespace Doku.Contracts.Runtime;

/// <summary>A pattern as a regular expression of .NET, for texts that <see cref="EcmaFold"/> has folded.</summary>
internal sealed class EcmaTranslation
{
    private readonly StringBuilder _text = new();

    private EcmaTranslation(EcmaFold fold, EcmaNode tree)
    {
        Fold = fold;
        Append(tree);
        Expression = _text.ToString();
    }

    /// <summary>What makes a text one that the expression can be matched against.</summary>
    public EcmaFold Fold { get; }

    /// <summary>The regular expression. It decides whether a text matches, not where.</summary>
    public string Expression { get; }

    /// <summary>Translates a pattern.</summary>
    /// <param name="tree">The pattern.</param>
    /// <param name="error">Why it can't be translated, when null is returned.</param>
    public static EcmaTranslation? Create(EcmaNode tree, out EcmaError? error)
    {
        error = EcmaLimits.Check(tree);
        if (error is not null)
        {
            return null;
        }

        var fold = EcmaFold.Create(
            [.. Sets(tree)],
            EcmaLimits.HasAnchor(tree, least: EcmaAnchorKind.WordBoundary)
        );
        error = fold is null
            ? new EcmaError("the pattern tells too many characters beyond U+FFFF apart", null)
            : null;
        return fold is null ? null : new EcmaTranslation(fold, tree);
    }

    private static IEnumerable<EcmaSet> Sets(EcmaNode node) =>
        node switch
        {
            EcmaCharacter character => [character.Set],
            EcmaAlternation alternation => alternation.Alternatives.SelectMany(Sets),
            EcmaSequence sequence => sequence.Parts.SelectMany(Sets),
            EcmaGroup group => Sets(group.Inner),
            EcmaQuantifier quantifier => Sets(quantifier.Inner),
            _ => [],
        };

    private void Append(EcmaNode node)
    {
        switch (node)
        {
            case EcmaCharacter character:
                AppendSet(character.Set);
                break;
            case EcmaAlternation alternation:
                AppendGroup(alternation.Alternatives, "|");
                break;
            case EcmaSequence sequence:
                AppendGroup(sequence.Parts, "");
                break;
            case EcmaGroup group:
                Append(group.Inner);
                break;
            case EcmaQuantifier quantifier:
                AppendQuantifier(quantifier);
                break;
            case EcmaAnchor anchor:
                _text.Append(
                    anchor.Kind switch
                    {
                        EcmaAnchorKind.Start => @"\A",
                        EcmaAnchorKind.End => @"\z",
                        EcmaAnchorKind.WordBoundary => @"\b",
                        _ => @"\B",
                    }
                );
                break;
            default:
                throw new InvalidOperationException(
                    $"A {node.GetType().Name} can't be translated."
                );
        }
    }

    private void AppendGroup(IReadOnlyList<EcmaNode> nodes, string separator)
    {
        _text.Append("(?:");
        for (var i = 0; i < nodes.Count; i++)
        {
            _text.Append(i == 0 ? "" : separator);
            Append(nodes[i]);
        }

        _text.Append(')');
    }

    private void AppendQuantifier(EcmaQuantifier quantifier)
    {
        // What has no characters holds or doesn't, however often it is asked.
        var isEmpty = EcmaLimits.Count(quantifier.Inner) == 0;
        var min = isEmpty ? Math.Min(quantifier.Min, 1) : quantifier.Min;
        var max = isEmpty ? min : quantifier.Max;
        _text.Append("(?:");
        Append(quantifier.Inner);
        _text.AppendFormat(CultureInfo.InvariantCulture, "){{{0},{1}}}", min, max);
    }

    private void AppendSet(EcmaSet set)
    {
        var start = _text.Append(set.IsNegated ? "[^" : "[").Length;
        foreach (var kept in Fold.Kept)
        {
            foreach (var range in EcmaRanges.Within(set.Ranges, kept))
            {
                AppendRange((char)range.First, (char)range.Last);
            }
        }

        for (var i = 0; i < EcmaPropertyNames.Categories.Count; i++)
        {
            // The category of surrogates is left out: what stands for a member of the set is named by itself.
            if ((set.Categories >> i & 1) != 0 && i != (int)UnicodeCategory.Surrogate)
            {
                _text.Append(@"\p{").Append(EcmaPropertyNames.Categories[i], 0, 2).Append('}');
            }
        }

        foreach (var range in Fold.Stands(set, areMembers: !set.IsNegated))
        {
            AppendRange((char)range.First, (char)range.Last);
        }

        if (_text.Length == start)
        {
            // Nothing is in the set, which .NET has no empty class for.
            _text.Append(@"^\s\S");
        }

        _text.Append(']');
    }

    private void AppendRange(char first, char last) =>
        _text.AppendFormat(
            CultureInfo.InvariantCulture,
            @"\u{0:X4}-\u{1:X4}",
            (int)first,
            (int)last
        );
}
