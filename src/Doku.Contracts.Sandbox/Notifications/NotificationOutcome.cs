namespace Doku.Contracts.Sandbox;

/// <summary>How one attempt at a notification ended.</summary>
public enum NotificationOutcome
{
    /// <summary>The merchant answered with a status of the 200s.</summary>
    Acknowledged,

    /// <summary>The merchant answered with another status.</summary>
    Refused,

    /// <summary>No answer: the connection failed, or nothing came within ten seconds.</summary>
    Unreachable,

    /// <summary>Not sent, because notifications are held back.</summary>
    Withheld,

    /// <summary>Not sent, because no notification URL is set or the order's own one is not on this machine.</summary>
    NoAddress,

    /// <summary>Not sent, because nothing changed that DOKU would tell.</summary>
    NothingToTell,

    /// <summary>Lost on the way, by a fault.</summary>
    Lost,

    /// <summary>Not sent yet, by a fault: it leaves later.</summary>
    Late,
}
