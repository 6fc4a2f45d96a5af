namespace Doku.Contracts.Transport;

/// <summary>What happens to a request that goes against its contract's advice: rules that DOKU isn't known to enforce.</summary>
public enum AdvicePolicy
{
    /// <summary>It is sent, and what it goes against is logged as information: places and codes, no values.</summary>
    Log,

    /// <summary>It is sent, and nobody looks.</summary>
    Ignore,

    /// <summary>It is not sent: the call throws a <see cref="Runtime.ContractException"/>, as for a request that breaks its contract.</summary>
    Refuse,
}
