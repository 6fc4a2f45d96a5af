using Doku.Contracts.Tests.Shared;

[assembly: AssemblyFixture(typeof(PostgresServer))]

// Each test keeps two cores busy by itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
