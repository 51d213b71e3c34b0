-- Recorded by `npm run db:sql` from the calls in server/test/sql/calls. Do not edit.
-- What signing-key-store.ts sends on each engine, method by method; of long lists the first and the last member.

-- ======== add ========

-- SQLite: 5 statements
BEGIN TRANSACTION;
INSERT INTO `main`.`SigningKey` (`kid`, `publicJwkJson`, `privateJwkEncrypted`, `createdAt`, `activeFrom`)
VALUES (?,?,?,?,?)
RETURNING `kid` AS `kid`, `publicJwkJson` AS `publicJwkJson`, `privateJwkEncrypted` AS `privateJwkEncrypted`,
    `createdAt` AS `createdAt`, `activeFrom` AS `activeFrom`, `retiredAt` AS `retiredAt`;
UPDATE `main`.`SigningKey`
SET `retiredAt` = ?
WHERE `main`.`SigningKey`.`kid` = ?;
INSERT INTO `main`.`AuditRecord` (`id`, `at`, `actorKind`, `actorId`, `action`, `subjectKind`, `subjectId`,
    `requestId`, `detailHash`, `sealed`)
VALUES (?,?,?,?,?,?,?,?,?,?);
INSERT INTO `main`.`AuditDetail` (`auditId`, `salt`, `detailJson`)
VALUES (?,?,?);
INSERT INTO `main`.`OutboxEvent` (`id`, `aggregateKey`, `type`, `payloadJson`, `createdAt`)
VALUES (?,?,?,?,?);
COMMIT;

-- SQL Server: 6 statements
BEGIN TRANSACTION;
DECLARE @generated_keys table([kid] VARCHAR(64) COLLATE Latin1_General_100_BIN2)
INSERT INTO [dbo].[SigningKey] ([kid],[publicJwkJson],[privateJwkEncrypted],[createdAt],[activeFrom])
OUTPUT [Inserted].[kid] INTO @generated_keys
VALUES (CAST(@P1 AS VARCHAR(64)),@P2,@P3,@P4,@P5)
SELECT [t].[kid]
FROM @generated_keys AS g
INNER JOIN [dbo].[SigningKey] AS [t] ON [t].[kid] = [g].[kid]
WHERE @@ROWCOUNT > 0;
SELECT [dbo].[SigningKey].[kid], [dbo].[SigningKey].[publicJwkJson], [dbo].[SigningKey].[privateJwkEncrypted],
    [dbo].[SigningKey].[createdAt], [dbo].[SigningKey].[activeFrom], [dbo].[SigningKey].[retiredAt]
FROM [dbo].[SigningKey]
WHERE [dbo].[SigningKey].[kid] = CAST(@P1 AS VARCHAR(64))
ORDER BY 1
OFFSET @P2 ROWS FETCH NEXT @P3 ROWS ONLY;
UPDATE [dbo].[SigningKey]
SET [retiredAt] = @P1
WHERE [dbo].[SigningKey].[kid] = CAST(@P2 AS VARCHAR(64));
INSERT INTO [dbo].[AuditRecord] ([dbo].[AuditRecord].[id],[dbo].[AuditRecord].[at],[dbo].[AuditRecord].[actorKind],
    [dbo].[AuditRecord].[actorId],[dbo].[AuditRecord].[action],[dbo].[AuditRecord].[subjectKind],
    [dbo].[AuditRecord].[subjectId],[dbo].[AuditRecord].[requestId],[dbo].[AuditRecord].[detailHash],
    [dbo].[AuditRecord].[sealed])
VALUES (CAST(@P1 AS VARCHAR(36)),@P2,CAST(@P3 AS VARCHAR(20)),CAST(@P4 AS VARCHAR(80)),CAST(@P5 AS VARCHAR(60)),
    CAST(@P6 AS VARCHAR(40)),CAST(@P7 AS VARCHAR(80)),CAST(@P8 AS VARCHAR(64)),CAST(@P9 AS VARCHAR(400)),@P10);
INSERT INTO [dbo].[AuditDetail] ([dbo].[AuditDetail].[auditId],[dbo].[AuditDetail].[salt],
    [dbo].[AuditDetail].[detailJson])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(400)),@P3);
INSERT INTO [dbo].[OutboxEvent] ([dbo].[OutboxEvent].[id],[dbo].[OutboxEvent].[aggregateKey],
    [dbo].[OutboxEvent].[type],[dbo].[OutboxEvent].[payloadJson],[dbo].[OutboxEvent].[createdAt])
VALUES (CAST(@P1 AS VARCHAR(36)),CAST(@P2 AS VARCHAR(80)),CAST(@P3 AS VARCHAR(60)),@P4,@P5);
COMMIT;

-- ======== list ========

-- SQLite: 1 statement
SELECT `main`.`SigningKey`.`kid`, `main`.`SigningKey`.`publicJwkJson`, `main`.`SigningKey`.`privateJwkEncrypted`,
    `main`.`SigningKey`.`createdAt`, `main`.`SigningKey`.`activeFrom`, `main`.`SigningKey`.`retiredAt`
FROM `main`.`SigningKey`
WHERE 1=1
ORDER BY `main`.`SigningKey`.`activeFrom` ASC
LIMIT ?
OFFSET ?;

-- SQL Server: 1 statement
SELECT [dbo].[SigningKey].[kid], [dbo].[SigningKey].[publicJwkJson], [dbo].[SigningKey].[privateJwkEncrypted],
    [dbo].[SigningKey].[createdAt], [dbo].[SigningKey].[activeFrom], [dbo].[SigningKey].[retiredAt]
FROM [dbo].[SigningKey]
WHERE 1=1
ORDER BY [dbo].[SigningKey].[activeFrom] ASC
OFFSET @P1 ROWS;
