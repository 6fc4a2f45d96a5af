namespace Doku.Contracts.Sandbox;

/// <summary>How a replayed session went.</summary>
public sealed class SandboxReplay
{
    /// <summary>Number of calls that were sent again.</summary>
    public required int Calls { get; init; }

    /// <summary>Where the replay went another way than the recording, a sentence each; empty when it went the same way.</summary>
    public required IReadOnlyList<string> Differences { get; init; }
}
