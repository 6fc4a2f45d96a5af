using System.Data.Common;

namespace Doku.Contracts.AspNetCore;

/// <summary>How the ledger keeps notifications and how they are worked. Checked when the program starts.</summary>
public sealed class NotificationLedgerOptions
{
    // As long as DokuRetrySchedule accepts a time stamp, and five minutes for clocks that differ.
    internal static TimeSpan LeastRetention => TimeSpan.FromHours(13) + ClockSkew;

    internal static TimeSpan ClockSkew => TimeSpan.FromMinutes(5);

    /// <summary>The longest that anything open may rest before it is due or its lease ends.</summary>
    internal TimeSpan LongestRest =>
        (LongestRetryAfter > LeaseTime ? LongestRetryAfter : LeaseTime) + ClockSkew;

    internal static TimeSpan DefaultLeaseTime => TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long a claim lasts unless it is renewed, which happens at each third of it while a handler runs. When it ends
    /// without a renewal, because the database can't be reached, say, the handler's token is cancelled. After a
    /// crash the notification rests this long before another process takes it. Five minutes by default; from one second
    /// to one day.
    /// </summary>
    public TimeSpan LeaseTime { get; set; } = DefaultLeaseTime;

    /// <summary>
    /// How long a finished notification is remembered, so that one sent again is known. 90 days by default; from 13
    /// hours 5 minutes, for as long as a time stamp is accepted and clocks may differ, to 3650 days. What is dead is kept
    /// until somebody replays or discards it.
    /// </summary>
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// How long a dead letter keeps its body, and the personal data in it, after it died; then the body is erased, and the
    /// dead letter can no longer be replayed. Its key, Request-Id, times and reason stay. Null, the default, keeps it until
    /// somebody acts; from one day to 3650 days. What waits or is worked on is never erased.
    /// </summary>
    public TimeSpan? DeadLetterBodyRetention { get; set; }

    /// <summary>
    /// How long an order's progress is remembered after its last change; a report that comes later counts as the first.
    /// Two years (730 days) by default; from <see cref="Retention"/> to 3650 days.
    /// </summary>
    public TimeSpan OrderRetention { get; set; } = TimeSpan.FromDays(730);

    /// <summary>
    /// Whether missing tables are created and older ones migrated; false where <see cref="NotificationLedgerScript"/>'s
    /// scripts do it. True by default.
    /// </summary>
    public bool CreatesTables { get; set; } = true;

    /// <summary>
    /// How often a notification is tried before it is dead. 24 by default, which with the delays below lasts about
    /// thirteen hours, as long as DOKU's own schedule; from 1 to 1000.
    /// </summary>
    public int MaxAttempts { get; set; } = 24;

    /// <summary>The delay after the first failure; each further one doubles it. Two seconds by default, above zero.</summary>
    public TimeSpan FirstRetryAfter { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest delay after a failure. One hour by default; not below <see cref="FirstRetryAfter"/>.</summary>
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Says what kind of failure an exception is that a handler threw, or that its commit ended with. By default a
    /// <see cref="DbException"/> that is or causes it and says <see cref="DbException.IsTransient"/> is transient, and
    /// all else is unknown; call the function that was here before for what yours doesn't know. One that throws counts as
    /// unknown, and so does <see cref="FailureKind.Ignored"/> for a commit, which is never ignored, also where the handler
    /// ended the transaction itself. Not asked about a
    /// <see cref="DeadLetterException"/>, nor when the handler's token is cancelled. It is called by several threads at
    /// once. Heeded in inline mode as well, without a database too.
    /// </summary>
    public Func<Exception, FailureKind> ClassifyFailure { get; set; } =
        static exception =>
        {
            for (var cause = exception; cause is not null; cause = cause.InnerException)
            {
                if (cause is DbException { IsTransient: true })
                {
                    return FailureKind.Transient;
                }
            }

            return FailureKind.Unknown;
        };

    /// <summary>Makes the delays' random part repeatable, for tests. Null by default.</summary>
    public int? JitterSeed { get; set; }

    /// <summary>How many notifications this process works on at once. Four by default; from 1 to 256.</summary>
    public int Concurrency { get; set; } = 4;

    /// <summary>
    /// Waits in PostgreSQL for <c>NOTIFY doku_notifications</c>, and calls the action at each, so that what one process
    /// has no place for is begun by another at once; see the README for its few lines. It runs as long as the program,
    /// and begins again when it ends or fails. Null by default: other processes find such work by polling, and nothing is
    /// notified. SQLite needs none. Of <see cref="DokuLedgerExtensions.AddNotificationLedger"/>.
    /// </summary>
    public Func<Action, CancellationToken, Task>? Listen { get; set; }

    /// <summary>
    /// How often the ledger is asked for work that another process stored or that has become due; what this process
    /// stores is begun at once. Five seconds by default; from 10 milliseconds to one hour.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a handler may go on after the program was told to stop, before its token is cancelled. What isn't
    /// finished then is given back. Ten seconds by default; keep it below the host's own <c>ShutdownTimeout</c>.
    /// </summary>
    public TimeSpan ShutdownGrace { get; set; } = TimeSpan.FromSeconds(10);
}
