namespace Doku.Contracts.AspNetCore;

/// <summary>How a notification stands that isn't done.</summary>
public enum OpenState
{
    /// <summary>Waiting for its first or next attempt.</summary>
    Waiting = 0,

    /// <summary>Claimed, whether the lease is still good or over.</summary>
    Working = 1,

    /// <summary>Given up until somebody replays or discards it.</summary>
    Dead = 3,
}
