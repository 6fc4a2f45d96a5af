using System.ComponentModel;

namespace Doku.Contracts.Runtime.Assertions;

/// <summary>JSON Schema's types.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum JsonTypes
{
    /// <summary>No type.</summary>
    None = 0,

    /// <summary><c>null</c>.</summary>
    Null = 1,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 2,

    /// <summary>An object.</summary>
    Object = 4,

    /// <summary>An array.</summary>
    Array = 8,

    /// <summary>A number.</summary>
    Number = 16,

    /// <summary>A number without a fraction: <c>1.0</c> and <c>1e2</c> are integers.</summary>
    Integer = 32,

    /// <summary>A text.</summary>
    String = 64,
}
