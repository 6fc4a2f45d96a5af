namespace Doku.Contracts.AspNetCore.Tests.Support;

/// <summary>Taking by ones.</summary>
internal static class OneAtATime
{
    internal static async ValueTask<TakenNotification?> TakeAsync(
        this INotificationInbox inbox,
        IReadOnlyCollection<string> endpoints,
        CancellationToken cancellationToken
    ) => (await inbox.TakeAsync(endpoints, 1, cancellationToken)) is [var taken] ? taken : null;
}
