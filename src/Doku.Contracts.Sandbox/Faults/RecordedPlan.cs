namespace Doku.Contracts.Sandbox.Faults;

/// <summary>The faults of a recorded session, at the calls and attempts that they befell.</summary>
internal sealed class RecordedPlan(
    IReadOnlyDictionary<(string Key, int Ordinal), SandboxFault> faults
) : IFaultPlan
{
    public SandboxFault? Decide(SandboxFaultTarget target) =>
        faults.TryGetValue((target.Key, target.Ordinal), out var fault)
            // Nobody waits on a replay's answers: that the answer came too late is what is left of it.
            ? fault == SandboxFault.SlowHeaders
                ? SandboxFault.DropAfterCommit
                : fault
            : null;
}
