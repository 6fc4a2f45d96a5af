namespace Doku.Contracts.Transport;

/// <summary>What is known about one component of a signature.</summary>
public enum ComponentState
{
    /// <summary>Nothing: a signature that doesn't hold doesn't say why.</summary>
    Unknown = 0,

    /// <summary>Signer and receiver see the same.</summary>
    Same = 1,

    /// <summary>Signer and receiver see different things, or what came has a form that it can't have.</summary>
    Differs = 2,
}
