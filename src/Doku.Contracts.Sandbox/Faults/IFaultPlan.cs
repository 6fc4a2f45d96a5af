namespace Doku.Contracts.Sandbox.Faults;

/// <summary>Decides faults from what a call is, and from nothing that changes between two runs.</summary>
internal interface IFaultPlan
{
    SandboxFault? Decide(SandboxFaultTarget target);
}
