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
builder.WebHost.UseUrls("http://127.0.0.1:0");

// Retries are meant to happen and are warnings; an error says why a test failed.
builder.Logging.SetMinimumLevel(LogLevel.Error);
builder.Services.AddSingleton(settings);
builder.Services.AddSingleton(settings.OpenSource());
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
        _ => settings.OpenSource(),
        options =>
        {
            options.LeaseTime = settings.LeaseTime;
            options.PollInterval = TimeSpan.FromMilliseconds(100);
            options.FirstRetryAfter = TimeSpan.FromMilliseconds(100);
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
app.MapDokuNotifications<PaylaterNotification>(
    HostSettings.Path,
    app.Services.GetRequiredService<Handler>().HandleAsync
);
await app.StartAsync();
Console.WriteLine("Listening on " + app.Urls.Single());

// The starter holds this open: its end is the host's end too, so that no host outlives a test run.
await Console.In.ReadToEndAsync();
await app.StopAsync();
