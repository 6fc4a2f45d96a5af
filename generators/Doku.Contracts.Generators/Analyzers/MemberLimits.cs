using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Doku.Contracts.Generators.Analyzers;

/// <summary>The limits of one member, read from its attributes. Those of texts and numbers hold for a list's items.</summary>
internal sealed class MemberLimits
{
    private MemberLimits(
        bool isAdvice,
        TextLimits? text,
        NumberLimits? number,
        int minItems,
        int maxItems
    )
    {
        IsAdvice = isAdvice;
        Text = text;
        Number = number;
        MinItems = minItems;
        MaxItems = maxItems;
    }

    /// <summary>Whether the limits are only advised.</summary>
    public bool IsAdvice { get; }

    public TextLimits? Text { get; }

    public NumberLimits? Number { get; }

    public int MinItems { get; }

    public int MaxItems { get; }

    /// <summary>Reads a property's attributes: the limits that its contract sets, and those that it advises. Either may be missing.</summary>
    public static ImmutableArray<MemberLimits> Of(
        IPropertySymbol property,
        ContractAttributes known
    ) =>
        [
            .. property
                .GetAttributes()
                .GroupBy(a => Argument(a, "IsAdvice") is true)
                .OrderBy(group => group.Key)
                .Select(group => Of(group.Key, group, known))
                .OfType<MemberLimits>(),
        ];

    private static MemberLimits? Of(
        bool isAdvice,
        IEnumerable<AttributeData> attributes,
        ContractAttributes known
    )
    {
        var (minLength, maxLength, minItems, maxItems) = (0, int.MaxValue, 0, int.MaxValue);
        var (hasText, hasItems) = (false, false);
        NumberLimits? number = null;
        var sets = ImmutableArray.CreateBuilder<CharacterRanges>();
        var patterns = ImmutableArray.CreateBuilder<TextPattern>();
        foreach (var attribute in attributes)
        {
            if (Is(attribute, known.Text))
            {
                hasText = true;
                minLength = Math.Max(minLength, Limit(attribute, "MinLength", minLength));
                maxLength = Math.Min(maxLength, Limit(attribute, "MaxLength", maxLength));
            }
            else if (Is(attribute, known.Characters) && Texts(attribute) is [var ranges, var words])
            {
                sets.Add(new CharacterRanges(ranges, words));
            }
            else if (Is(attribute, known.Pattern) && Texts(attribute) is [var source])
            {
                patterns.Add(new TextPattern(source));
            }
            else if (Is(attribute, known.Number))
            {
                number = NumbersOf(attribute, number);
            }
            else if (Is(attribute, known.Items))
            {
                hasItems = true;
                minItems = Math.Max(minItems, Limit(attribute, "MinItems", minItems));
                maxItems = Math.Min(maxItems, Limit(attribute, "MaxItems", maxItems));
            }
        }

        hasText |= sets.Count > 0 || patterns.Count > 0;
        if (!hasText && !hasItems && number is null)
        {
            return null;
        }

        var text = hasText
            ? new TextLimits(minLength, maxLength, sets.ToImmutable(), patterns.ToImmutable())
            : null;
        return new MemberLimits(isAdvice, text, number, minItems, maxItems);
    }

    /// <summary>Holds a constant against the limits of a text or number.</summary>
    public IEnumerable<Finding> Check(object value) =>
        value is string text ? Text?.Check(text) ?? []
        : Number is not null && ToNumber(value) is { } number ? Number.Check(number)
        : [];

    private static bool Is(AttributeData attribute, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type);

    // Of several attributes, which several advices give, the last one to name a limit decides.
    private static NumberLimits NumbersOf(AttributeData attribute, NumberLimits? before) =>
        new(
            DecimalOf(attribute, "Minimum") ?? before?.Minimum,
            DecimalOf(attribute, "ExclusiveMinimum") ?? before?.ExclusiveMinimum,
            DecimalOf(attribute, "Maximum") ?? before?.Maximum,
            DecimalOf(attribute, "ExclusiveMaximum") ?? before?.ExclusiveMaximum,
            DecimalOf(attribute, "MultipleOf") ?? before?.MultipleOf
        );

    private static List<string> Texts(AttributeData attribute) =>
        [.. attribute.ConstructorArguments.Select(a => a.Value).OfType<string>()];

    private static int Limit(AttributeData attribute, string name, int otherwise) =>
        Argument(attribute, name) is int limit ? limit : otherwise;

    private static decimal? DecimalOf(AttributeData attribute, string name) =>
        Argument(attribute, name) is string text
        && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static object? Argument(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value.Value;

    private static decimal? ToNumber(object value) =>
        value switch
        {
            decimal number => number,
            ulong number => number,
            char number => number,
            sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(
                value,
                CultureInfo.InvariantCulture
            ),
            _ => null,
        };
}
