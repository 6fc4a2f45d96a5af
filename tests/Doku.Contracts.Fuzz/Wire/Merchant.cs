using Doku.Contracts.Transport;

namespace Doku.Contracts.Fuzz.Wire;

/// <summary>The merchant whom all inputs are meant for.</summary>
internal static class Merchant
{
    internal const string ClientId = "MCH-0001-10791114622547";
    internal const string Secret = "SK-of-the-fuzzer";
    internal const string Path = "/payments/notifications";
    internal const string Stamp = "2026-11-22T01:58:30Z";
    internal static readonly DateTimeOffset Now = new(2026, 11, 22, 1, 58, 30, TimeSpan.Zero);
    internal static readonly DokuKeyRing Keys = new(new DokuKey { Id = "main", Secret = Secret });
}
