using Doku.Contracts.Sandbox;
using Storefront;
using Storefront.Hosting;
using Storefront.Story;

if (CommandLine.Read(args, out var complaint) is not { } commandLine)
{
    Console.Error.WriteLine($"{complaint}\n\n{CommandLine.Usage}");
    return 2;
}

if (commandLine.IsHelp)
{
    Console.WriteLine(CommandLine.Usage);
    return 0;
}

if (commandLine.IsOnce)
{
    return await Demonstration.RunAsync(commandLine.Fault, Console.Out, Console.Error);
}

try
{
    Directory.CreateDirectory(commandLine.DataFolder);
    await using var sandbox = await DokuSandbox.StartAsync(options =>
    {
        options.Port = commandLine.SandboxPort;
        options.StorePath = Path.Combine(commandLine.DataFolder, "sandbox.db");
    });
    await using var shop = await ShopHost.StartAsync(
        new ShopSettings
        {
            DokuAddress = sandbox.BaseAddress,
            ClientId = sandbox.ClientId,
            SecretKey = sandbox.SecretKey,
            DatabasePath = Path.Combine(commandLine.DataFolder, "shop.db"),
            Port = commandLine.Port,
            TimeProvider = sandbox.Clock,
        }
    );
    sandbox.NotificationUrl = shop.NotificationUrl;

    Console.WriteLine($"The shop is open at {shop.Address}");
    Console.WriteLine($"DOKU's sandbox is at {sandbox.BaseAddress}");
    Console.WriteLine("Ctrl+C closes both.");
    await shop.WaitForShutdownAsync();
    return 0;
}
catch (IOException taken)
{
    Console.Error.WriteLine(
        $"{taken.Message}\nIs the shop open already? --port and --data choose another place."
    );
    return 1;
}
