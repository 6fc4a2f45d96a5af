using System.Diagnostics;

namespace Doku.Contracts.AspNetCore;

/// <summary>What becomes of a verified notification.</summary>
internal interface INotificationReceiver
{
    /// <returns>The status to answer with.</returns>
    ValueTask<int> ReceiveAsync(
        NotificationKey key,
        VerifiedEnvelope envelope,
        IServiceProvider services,
        Activity? activity
    );
}
