using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Doku.Contracts.Sandbox.Faults;

/// <summary>Chance that is no chance: a hash over seed, order and ordinal, the same on every machine and runtime.</summary>
internal sealed class SeededPlan(int seed, double probability, IReadOnlyList<SandboxFault> choice)
    : IFaultPlan
{
    private readonly SandboxFault[] _forCalls =
    [
        .. choice.Where(fault => !SandboxFaults.BefallsNotifications(fault)),
    ];
    private readonly SandboxFault[] _forNotifications =
    [
        .. choice.Where(SandboxFaults.BefallsNotifications),
    ];

    public SandboxFault? Decide(SandboxFaultTarget target)
    {
        var faults = target.IsNotification ? _forNotifications : _forCalls;
        if (faults.Length == 0)
        {
            return null;
        }
        // The merchant's id has no part in it: it is new in each run.
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{seed}|{target.Key}|{target.Ordinal}"
        );
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        var chance = BinaryPrimitives.ReadUInt32LittleEndian(hash) / (uint.MaxValue + 1d);
        var pick = BinaryPrimitives.ReadUInt32LittleEndian(hash.AsSpan(4));
        return chance < probability ? faults[(int)(pick % (uint)faults.Length)] : null;
    }
}
