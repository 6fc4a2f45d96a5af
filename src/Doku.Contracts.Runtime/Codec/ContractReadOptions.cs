namespace Doku.Contracts.Runtime;

/// <summary>How JSON is read, and how much of it.</summary>
public sealed record ContractReadOptions
{
    /// <summary>
    /// For what a partner sends: malformed JSON, wrong types, missing mandatory members and duplicate members are errors;
    /// unknown members with whatever JSON is inside them, unknown enumeration values, missed limits and an optional
    /// member that is null are not.
    /// </summary>
    public static ContractReadOptions Lenient { get; } = new();

    /// <summary>For what must keep the whole contract: every constraint of the schema is checked in the same pass.</summary>
    public static ContractReadOptions Strict { get; } = new() { IsStrict = true };

    /// <summary>Whether every constraint is checked.</summary>
    public bool IsStrict { get; init; }

    /// <summary>The largest text that is read, in bytes. 1 MiB by default.</summary>
    public int MaxBytes { get; init; } = 1024 * 1024;

    /// <summary>The deepest nesting of objects and arrays that is read. 64 by default.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>How many errors are listed; further ones are counted only. 100 by default.</summary>
    public int MaxErrors { get; init; } = 100;
}
