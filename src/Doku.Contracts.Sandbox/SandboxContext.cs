using Doku.Contracts.Sandbox.Answers;
using Doku.Contracts.Sandbox.Schemas;
using Doku.Contracts.Sandbox.Store;

namespace Doku.Contracts.Sandbox;

/// <summary>What the parts of one sandbox share.</summary>
internal sealed class SandboxContext
{
    internal required SandboxClock Clock { get; init; }

    internal required ISandboxStore Store { get; init; }

    internal required SchemaSet Schemas { get; init; }

    internal required SandboxEventLog Events { get; init; }

    internal required SandboxFaults Faults { get; init; }

    internal required SandboxMerchantCollection Merchants { get; init; }

    /// <summary>Known once the sandbox listens.</summary>
    internal Uri BaseAddress { get; set; } = new("http://127.0.0.1/");

    internal DateTimeOffset Now => Clock.GetUtcNow();

    internal AnswerWriter Answers => new(Schemas, Now);
}
