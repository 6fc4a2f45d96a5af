namespace Doku.Contracts.Robustness.Tests.Canaries;

/// <summary>What listens to the whole process runs while nothing else does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
