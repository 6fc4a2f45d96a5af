using Doku.Contracts.Sandbox;
using Doku.Contracts.Transport;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;

namespace Doku.Contracts.Testing;

/// <summary>Puts a sandbox in DOKU's place, and changes nothing else of the shop.</summary>
public static class DokuSandboxHostExtensions
{
    /// <summary>
    /// A test host of the shop whose calls go to the sandbox, whose clock is the sandbox's, and which gets the sandbox's
    /// notifications; all of it in memory. Settings files are not watched for changes. The host starts when it is first asked for, by a test or by a notification.
    /// </summary>
    /// <typeparam name="TEntryPoint">The shop's <c>Program</c>.</typeparam>
    /// <param name="factory">The shop's factory; disposing it disposes the new one too.</param>
    /// <param name="sandbox">The sandbox. Dispose it after the factory.</param>
    /// <param name="notificationPath">The path of the shop's <c>MapDokuNotifications</c>.</param>
    /// <param name="name">The name given to the shop's <c>AddDoku</c>; empty for the only merchant.</param>
    /// <param name="account">The account at the sandbox; null is its first.</param>
    /// <exception cref="ArgumentException">The path doesn't begin with a slash.</exception>
    public static WebApplicationFactory<TEntryPoint> WithDokuSandbox<TEntryPoint>(
        this WebApplicationFactory<TEntryPoint> factory,
        DokuSandbox sandbox,
        string notificationPath = "/payments/notifications",
        string name = "",
        SandboxMerchant? account = null
    )
        where TEntryPoint : class
    {
        ArgumentNullException.ThrowIfNull(factory);
        ArgumentNullException.ThrowIfNull(sandbox);
        ArgumentNullException.ThrowIfNull(notificationPath);
        if (!notificationPath.StartsWith('/'))
        {
            throw new ArgumentException("A path begins with a slash.", nameof(notificationPath));
        }

        var merchant = account ?? sandbox.Merchants.First();
        var wired = factory.WithWebHostBuilder(host =>
            host.UseDokuSandbox(sandbox, name, merchant)
                // A watched settings file takes one of the machine's few file watchers for each host: 100 at once need too many.
                .UseSetting("hostBuilder:reloadConfigOnChange", "false")
        );
        merchant.NotificationUrl = new Uri("http://localhost" + notificationPath);
        merchant.NotificationHandler = new LateHandler(() => wired.Server.CreateHandler());
        return wired;
    }

    /// <summary>Lets a shop's host call the sandbox. Notifications are the caller's to lead: <see cref="SandboxMerchant.NotificationHandler"/>.</summary>
    /// <param name="host">The shop's host, such as in <c>ConfigureWebHost</c> of a factory.</param>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="name">The name given to the shop's <c>AddDoku</c>; empty for the only merchant.</param>
    /// <param name="account">The account at the sandbox; null is its first.</param>
    public static IWebHostBuilder UseDokuSandbox(
        this IWebHostBuilder host,
        DokuSandbox sandbox,
        string name = "",
        SandboxMerchant? account = null
    )
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.ConfigureServices(services => services.AddDokuSandbox(sandbox, name, account));
    }

    /// <summary>
    /// Lets services call the sandbox: <c>AddDoku</c>'s options, handler and clock, whatever the program set. Where there
    /// is no <c>AddDoku</c> yet, this is it. Call it after the program's own registrations.
    /// </summary>
    /// <param name="services">The program's services.</param>
    /// <param name="sandbox">The sandbox.</param>
    /// <param name="name">The name given to <c>AddDoku</c>; empty for the only merchant.</param>
    /// <param name="account">The account at the sandbox; null is its first.</param>
    public static DokuBuilder AddDokuSandbox(
        this IServiceCollection services,
        DokuSandbox sandbox,
        string name = "",
        SandboxMerchant? account = null
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(sandbox);
        ArgumentNullException.ThrowIfNull(name);
        var merchant = account ?? sandbox.Merchants.First();
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(sandbox.Clock));
        var doku = services.AddDoku(name, _ => { });
        services.PostConfigure<DokuOptions>(
            name,
            options =>
            {
                options.ClientId = merchant.ClientId;
                options.SecretKey = merchant.SecretKey;
                options.Keys.Clear();
                options.Environment = null;
                // The handler leads to the sandbox whatever the host is; one without a socket has none that may be called.
                options.BaseAddress = new Uri("http://localhost");
            }
        );
        // After whatever handler the program set for itself.
        services.PostConfigure<HttpClientFactoryOptions>(
            doku.HttpClient.Name,
            options =>
                options.HttpMessageHandlerBuilderActions.Add(handlers =>
                    handlers.PrimaryHandler = sandbox.CreateHandler()
                )
        );
        return doku;
    }
}
