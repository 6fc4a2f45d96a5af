using System.Reflection;

namespace Doku.Contracts.Packages.Tests.Support;

/// <summary>Where things lie that the build alone knows.</summary>
internal static class Place
{
    private static readonly Dictionary<string, string?> Told = typeof(Place)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .ToDictionary(told => told.Key, told => told.Value);

    /// <summary>The folder of this project.</summary>
    internal static string Tests => Told["TestFolder"]!;

    internal static string Configuration => Told["Configuration"]!;

    /// <summary>The machine's cache of packages, from which consumers read and into which they don't write.</summary>
    internal static string MachinePackages => Told["MachinePackages"]!;
}
