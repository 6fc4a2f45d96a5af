namespace Doku.Contracts.Generators;

/// <summary>The names of the generator's steps, for tests of what is cached.</summary>
internal static class StepNames
{
    public const string Files = nameof(Files);
    public const string Documents = nameof(Documents);
    public const string Closures = nameof(Closures);
    public const string Bound = nameof(Bound);
    public const string Sources = nameof(Sources);
    public const string Diagnostics = nameof(Diagnostics);

    /// <summary>Steps whose outputs decide what is printed.</summary>
    public static IReadOnlyList<string> Outputs { get; } = [Sources, Diagnostics];
}
