using System.Data.Common;
using Doku.Contracts.AspNetCore;
using Doku.Contracts.Common;
using Doku.Contracts.Crash.Host;
using Doku.Contracts.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

var builder = WebApplication.CreateSlimBuilder(args);
var settings = builder.Configuration.Get<HostSettings>()!;
var isCampaign = settings.Tricks.Length > 0;
var faults = new HostFaults();
builder.WebHost.UseUrls("http://127.0.0.1:0");

if (isCampaign)
{
    builder.Logging.ClearProviders().AddProvider(new HostLog());
}
else
{
    // Retries are meant to happen and are warnings; an error says why a test failed.
    builder.Logging.SetMinimumLevel(LogLevel.Error);
}

builder.Services.AddSingleton(settings);
builder.Services.AddSingleton<TimeProvider>(new ShiftedClock(faults));
builder.Services.AddSingleton(settings.OpenSource(faults));
builder.Services.AddSingleton(new TrickBook(settings.Tricks));
builder.Services.AddSingleton<TrickHandler>();
builder.Services.AddSingleton<CrashSwitch>();
builder.Services.AddSingleton<Handler>();
builder.Services.AddScoped<Attempt>();
builder
    .Services.AddDoku(options =>
    {
        options.ClientId = HostSettings.ClientId;
        options.SecretKey = HostSettings.SecretKey;
        options.Environment = DokuEnvironment.Sandbox;
    })
    .AddNotificationLedger(
        settings.Database,
        _ => settings.OpenSource(faults),
        options =>
        {
            options.LeaseTime = settings.LeaseTime;
            options.PollInterval = TimeSpan.FromMilliseconds(100);
            options.FirstRetryAfter = TimeSpan.FromMilliseconds(100);
            options.LongestRetryAfter = settings.LongestRetryAfter;
            options.MaxAttempts = settings.MaxAttempts;
            if (isCampaign)
            {
                var byDefault = options.ClassifyFailure;
                options.ClassifyFailure = exception =>
                    exception is NotSupportedException
                        ? FailureKind.Permanent
                        : byDefault(exception);
            }
        }
    );

var app = builder.Build();
var crash = app.Services.GetRequiredService<CrashSwitch>();
app.Use(
    async (context, next) =>
    {
        await next(context);
        crash.Pass(CrashPoint.Stored);
    }
);
if (isCampaign)
{
    Map(HostSettings.InboxPath, NotificationMode.Inbox);
    Map(HostSettings.InlinePath, NotificationMode.Inline);
}
else
{
    app.MapDokuNotifications<PaylaterNotification>(
        HostSettings.Path,
        app.Services.GetRequiredService<Handler>().HandleAsync
    );
}

await app.StartAsync();
Console.WriteLine("Listening on " + app.Urls.Single());

// The starter holds this open: its end is the host's end too, so that no host outlives a test run.
await faults.ObeyAsync(Console.In);
await app.StopAsync();

void Map(string path, NotificationMode mode) =>
    app.MapDokuNotifications<PaylaterNotification>(
        path,
        app.Services.GetRequiredService<TrickHandler>().HandleAsync,
        options => options.Mode = mode
    );
