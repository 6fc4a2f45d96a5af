namespace Doku.Contracts.Schema.Binding;

/// <summary>The C# shape of a value. It is chosen beside what is asserted and never decides it.</summary>
internal enum ValueKind
{
    /// <summary>Any JSON value, held as its text: what no other shape fits.</summary>
    Json,
    Record,
    Tuple,
    Union,
    Choice,
    Map,
    List,
    Enumeration,
    Timestamp,
    Text,
    Integer,
    Number,
    Boolean,

    /// <summary>A whole number that may also come as a text of its digits.</summary>
    TolerantInteger,

    /// <summary>A list that may also come as its one text.</summary>
    TolerantList,
}
