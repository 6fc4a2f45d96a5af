namespace Doku.Contracts.Schema.Keywords;

/// <summary>The types of JSON values, as sets. A whole number is of the type <see cref="Integer"/>, any other of <see cref="Fraction"/>.</summary>
[Flags]
internal enum JsonTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Object = 4,
    Array = 8,
    Fraction = 16,
    Integer = 32,
    String = 64,
    Number = Fraction | Integer,
    All = Null | Boolean | Object | Array | Number | String,
}
