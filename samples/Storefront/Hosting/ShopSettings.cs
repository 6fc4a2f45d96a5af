namespace Storefront.Hosting;

/// <summary>What the shop must be told.</summary>
internal sealed record ShopSettings
{
    /// <summary>DOKU's host; here the sandbox.</summary>
    internal required Uri DokuAddress { get; init; }

    internal required string ClientId { get; init; }

    internal required string SecretKey { get; init; }

    /// <summary>The SQLite file with orders, visits and notifications; made where there is none.</summary>
    internal required string DatabasePath { get; init; }

    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    internal int Port { get; init; }

    /// <summary>The sandbox's clock, so that both agree when it is put forward.</summary>
    internal TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Whether warnings go to the console.</summary>
    internal bool WritesLog { get; init; } = true;
}
