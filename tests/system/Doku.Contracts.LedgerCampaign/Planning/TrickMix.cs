using Doku.Contracts.Crash.Host;

namespace Doku.Contracts.LedgerCampaign.Planning;

/// <summary>How often which trick is played, of 10,000 notifications. What is rare takes seconds, or a process's life.</summary>
internal static class TrickMix
{
    private static readonly (Trick Trick, int Share)[] Shares =
    [
        (Trick.SwallowAll, 1500),
        (Trick.SwallowDuplicate, 400),
        (Trick.RollBack, 300),
        (Trick.RollBackInSql, 200),
        (Trick.DisposeTransaction, 300),
        (Trick.CloseConnection, 100),
        (Trick.Throw, 400),
        (Trick.ThrowAfterWriting, 400),
        (Trick.TimeOut, 100),
        (Trick.FailForGood, 100),
        (Trick.AlwaysThrow, 50),
        (Trick.BlockBeforeTransaction, 15),
        (Trick.BlockWithinTransaction, 10),
        (Trick.HangWithinTransaction, 15),
        (Trick.CrashBeforeTransaction, 5),
        (Trick.CrashWithinTransaction, 5),
        (Trick.ExitWithinTransaction, 4),
    ];

    /// <summary>The tricks of a number of notifications, in any order; whatever takes a share has one at least.</summary>
    internal static Trick[] For(int notifications, Random random)
    {
        var tricks = new Trick[notifications];
        var next = 0;
        foreach (var (trick, share) in Shares)
        {
            var count = Math.Max(1, (int)((long)share * notifications / 10_000));
            for (var i = 0; i < count && next < notifications; i++)
            {
                tricks[next++] = trick;
            }
        }

        random.Shuffle(tricks);
        return tricks;
    }

    /// <summary>At how many attempts it is played.</summary>
    internal static int TimesOf(Trick trick, Random random) =>
        trick switch
        {
            Trick.SwallowAll or Trick.AlwaysThrow or Trick.FailForGood => 1000,
            Trick.BlockBeforeTransaction
            or Trick.BlockWithinTransaction
            or Trick.HangWithinTransaction
            or Trick.CrashBeforeTransaction
            or Trick.CrashWithinTransaction
            or Trick.ExitWithinTransaction => 1,
            _ => random.Next(1, 4),
        };
}
