namespace Doku.Contracts.Crash.Host;

/// <summary>What a handler of the campaign does wrong, as a shop's handler might.</summary>
public enum Trick
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Catches whatever the scope's methods throw, and returns as if all were well. At every attempt.</summary>
    SwallowAll,

    /// <summary>Writes its effect, takes a duplicate key's error for a harmless one, and returns.</summary>
    SwallowDuplicate,

    /// <summary>Writes its effect, rolls the transaction back, and returns.</summary>
    RollBack,

    /// <summary>The same by a statement, past the driver.</summary>
    RollBackInSql,

    /// <summary>Writes its effect, disposes the transaction, and returns.</summary>
    DisposeTransaction,

    /// <summary>Writes its effect, closes the connection, and returns.</summary>
    CloseConnection,

    /// <summary>Throws before it has done anything.</summary>
    Throw,

    /// <summary>Throws when its effect is written.</summary>
    ThrowAfterWriting,

    /// <summary>Waits for something that doesn't come, and throws.</summary>
    TimeOut,

    /// <summary>Blocks its thread for longer than the lease, and goes on.</summary>
    BlockBeforeTransaction,

    /// <summary>The same with its effect written and not committed.</summary>
    BlockWithinTransaction,

    /// <summary>Waits with its effect written until its token is cancelled.</summary>
    HangWithinTransaction,

    /// <summary>Takes the process down by SIGKILL before it has done anything.</summary>
    CrashBeforeTransaction,

    /// <summary>The same with its effect written and not committed.</summary>
    CrashWithinTransaction,

    /// <summary>Ends the process by <c>Environment.Exit</c> with its effect written and not committed.</summary>
    ExitWithinTransaction,

    /// <summary>Throws what the shop's filter calls permanent.</summary>
    FailForGood,

    /// <summary>Throws at every attempt.</summary>
    AlwaysThrow,
}
