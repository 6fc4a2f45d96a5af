namespace Doku.Contracts.Runtime;

/// <summary>
/// The stable codes of <see cref="ContractError.Code"/>. A code never changes its meaning; messages may be reworded.
/// </summary>
public static class ContractErrorCodes
{
    /// <summary>The text is not JSON (RFC 8259), or is nested deeper than the reader's limit.</summary>
    public static string Malformed => "malformed";

    /// <summary>The text is longer than the reader's limit in bytes.</summary>
    public static string Size => "size";

    /// <summary>The value has another JSON type than the schema's <c>type</c>.</summary>
    public static string Type => "type";

    /// <summary>A mandatory member is missing.</summary>
    public static string Required => "required";

    /// <summary>An object names the same member twice.</summary>
    public static string DuplicateMember => "duplicate_member";

    /// <summary>A closed object (<c>additionalProperties: false</c>) has a member that its schema doesn't declare.</summary>
    public static string UnknownMember => "unknown_member";

    /// <summary>A text has fewer code points than <c>minLength</c>.</summary>
    public static string MinLength => "min_length";

    /// <summary>A text has more code points than <c>maxLength</c>.</summary>
    public static string MaxLength => "max_length";

    /// <summary>A text has a character outside its allowed set; the error names the index and the code point.</summary>
    public static string Characters => "characters";

    /// <summary>A text doesn't match a <c>pattern</c> that is more than one character class.</summary>
    public static string Pattern => "pattern";

    /// <summary>A text isn't of its <c>format</c>.</summary>
    public static string Format => "format";

    /// <summary>A text has half of a surrogate pair and can't be written as UTF-8.</summary>
    public static string Unicode => "unicode";

    /// <summary>A number is below <c>minimum</c> or not above <c>exclusiveMinimum</c>.</summary>
    public static string Minimum => "minimum";

    /// <summary>A number is above <c>maximum</c> or not below <c>exclusiveMaximum</c>.</summary>
    public static string Maximum => "maximum";

    /// <summary>A number isn't a multiple of <c>multipleOf</c>.</summary>
    public static string MultipleOf => "multiple_of";

    /// <summary>A number is too large or too fine for <see cref="long"/> or <see cref="decimal"/>.</summary>
    public static string NumberRange => "number_range";

    /// <summary>A value isn't one of the schema's <c>enum</c>.</summary>
    public static string Enum => "enum";

    /// <summary>A value is none of the schema's <c>oneOf</c>, or more than one of them.</summary>
    public static string OneOf => "one_of";

    /// <summary>A value is none of the schema's <c>anyOf</c>.</summary>
    public static string AnyOf => "any_of";

    /// <summary>A value is what the schema's <c>not</c> excludes.</summary>
    public static string Not => "not";

    /// <summary>Fewer items than <c>minContains</c>, or more than <c>maxContains</c>, fit an array's <c>contains</c>.</summary>
    public static string Contains => "contains";

    /// <summary>An object has fewer members than <c>minProperties</c>.</summary>
    public static string MinProperties => "min_properties";

    /// <summary>An object has more members than <c>maxProperties</c>.</summary>
    public static string MaxProperties => "max_properties";

    /// <summary>A member's name breaks <c>propertyNames</c>.</summary>
    public static string PropertyName => "property_name";

    /// <summary>No value is allowed here: the schema is <c>false</c>.</summary>
    public static string NotAllowed => "not_allowed";

    /// <summary>An array has fewer items than <c>minItems</c>.</summary>
    public static string MinItems => "min_items";

    /// <summary>An array has more items than <c>maxItems</c>.</summary>
    public static string MaxItems => "max_items";

    /// <summary>Two items of an array with <c>uniqueItems</c> are equal.</summary>
    public static string UniqueItems => "unique_items";

    /// <summary>An amount isn't the total of price × quantity over its items (<c>x-total</c>).</summary>
    public static string Total => "total";
}
