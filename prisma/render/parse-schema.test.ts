import { parseSchema } from './parse-schema'
import { renderSqliteMigration } from './sqlite-sql'
import { renderSqlServerMigration } from './sqlserver-sql'

const SCHEMA = `
generator client {
  provider = "prisma-client"
}
/// A comment
model Node {
  id       String  @id @db.VarChar(36)
  parentId String? @db.VarChar(36)
  kind     String  @default("it is") @db.NVarChar(20)
  text     String  @db.NVarChar(Max)
  weight   Float   @default(1.5) @db.Float(53)
  open     Boolean @default(true)
  day      DateTime @db.Date

  parent   Node?  @relation("tree", fields: [parentId], references: [id], onDelete: NoAction, onUpdate: NoAction)
  children Node[] @relation("tree")
  marks    Mark[]

  @@unique([kind], map: "Node_one_open", where: raw("[open] = 1 AND [kind] = 'a'"))
  @@index([parentId, kind])
}

model Mark {
  nodeId String @db.VarChar(36)
  number Int    @unique

  node Node @relation(fields: [nodeId], references: [id], onDelete: NoAction, onUpdate: NoAction)

  @@id([nodeId, number])
}
`

describe('reading a schema', () => {
  it('finds columns, keys, indexes and relations', () => {
    const [node, mark] = parseSchema(SCHEMA)
    expect(node?.columns.map((column) => column.name)).toEqual([
      'id',
      'parentId',
      'kind',
      'text',
      'weight',
      'open',
      'day',
    ])
    expect(node?.columns[2]).toEqual({
      name: 'kind',
      type: 'String',
      nullable: false,
      defaultValue: '"it is"',
      nativeType: { name: 'NVarChar', argument: '20' },
    })
    expect(node?.indexes).toEqual([
      { name: 'Node_one_open', columns: ['kind'], unique: true, where: "[open] = 1 AND [kind] = 'a'" },
      { name: 'Node_parentId_kind_idx', columns: ['parentId', 'kind'], unique: false, where: null },
    ])
    expect(mark).toMatchObject({ primaryKey: ['nodeId', 'number'], indexes: [{ name: 'Mark_number_key' }] })
    expect(mark?.foreignKeys).toEqual([
      { name: 'Mark_nodeId_fkey', columns: ['nodeId'], referencedModel: 'Node', referencedColumns: ['id'] },
    ])
  })

  it.each([
    ['enum Kind {\n}', 'only models are known'],
    ['model A {\n  id Int @id\n  kind Kind\n}', 'type Kind is not used here'],
    ['model A {\n  id Int @id\n  list String[]\n}', 'type String[] is not used here'],
    ['model A {\n  id Int @id @default(autoincrement())\n}', 'default autoincrement() is not used here'],
    ['model A {\n  id Int @id @map("x")\n}', '@map is not used here'],
    ['model A {\n  id Int @id\n\n  @@map("x")\n}', '@@map is not used here'],
    ['model A {\n  id Int @id\n  b Int\n\n  @@unique([b], where: { b: null })\n}', 'filters are written as raw'],
    ['model A {\n  id Int\n}', 'A has no primary key'],
    ['model A {\n  id Int @id\n', 'A is not closed'],
    [
      'model A {\n  id Int @id\n  a A @relation(fields: [id], references: [id])\n}',
      'onDelete: NoAction must be stated',
    ],
    ['model A {\n  id Int @id @default(1\n}', 'Unclosed bracket'],
  ])('refuses %j', (schema, message) => {
    expect(() => parseSchema(schema)).toThrow(message)
  })
})

describe('rendering SQL', () => {
  it('writes T-SQL', () => {
    expect(renderSqlServerMigration(parseSchema(SCHEMA))).toBe(`BEGIN TRY

BEGIN TRAN;

-- CreateTable
CREATE TABLE [dbo].[Node] (
    [id] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [parentId] VARCHAR(36) COLLATE Latin1_General_100_BIN2,
    [kind] NVARCHAR(20) NOT NULL CONSTRAINT [Node_kind_df] DEFAULT 'it is',
    [text] NVARCHAR(max) NOT NULL,
    [weight] FLOAT(53) NOT NULL CONSTRAINT [Node_weight_df] DEFAULT 1.5,
    [open] BIT NOT NULL CONSTRAINT [Node_open_df] DEFAULT 1,
    [day] DATE NOT NULL,
    CONSTRAINT [Node_pkey] PRIMARY KEY CLUSTERED ([id])
);

-- CreateTable
CREATE TABLE [dbo].[Mark] (
    [nodeId] VARCHAR(36) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] INT NOT NULL,
    CONSTRAINT [Mark_pkey] PRIMARY KEY CLUSTERED ([nodeId], [number]),
    CONSTRAINT [Mark_number_key] UNIQUE NONCLUSTERED ([number])
);

-- CreateIndex
CREATE UNIQUE NONCLUSTERED INDEX [Node_one_open] ON [dbo].[Node]([kind]) WHERE [open] = 1 AND [kind] = 'a';

-- CreateIndex
CREATE NONCLUSTERED INDEX [Node_parentId_kind_idx] ON [dbo].[Node]([parentId], [kind]);

-- AddForeignKey
ALTER TABLE [dbo].[Node] ADD CONSTRAINT [Node_parentId_fkey] FOREIGN KEY ([parentId]) REFERENCES [dbo].[Node]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE [dbo].[Mark] ADD CONSTRAINT [Mark_nodeId_fkey] FOREIGN KEY ([nodeId]) REFERENCES [dbo].[Node]([id]) ON DELETE NO ACTION ON UPDATE NO ACTION;

COMMIT TRAN;

END TRY
BEGIN CATCH

IF @@TRANCOUNT > 0
BEGIN
    ROLLBACK TRAN;
END;
THROW

END CATCH
`)
  })

  it('writes SQLite’s SQL', () => {
    expect(renderSqliteMigration(parseSchema(SCHEMA))).toBe(`-- CreateTable
CREATE TABLE "Node" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "parentId" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'it is',
    "text" TEXT NOT NULL,
    "weight" REAL NOT NULL DEFAULT 1.5,
    "open" BOOLEAN NOT NULL DEFAULT true,
    "day" DATETIME NOT NULL,
    CONSTRAINT "Node_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Node" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateTable
CREATE TABLE "Mark" (
    "nodeId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,

    PRIMARY KEY ("nodeId", "number"),
    CONSTRAINT "Mark_nodeId_fkey" FOREIGN KEY ("nodeId") REFERENCES "Node" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
);

-- CreateIndex
CREATE UNIQUE INDEX "Node_one_open" ON "Node"("kind") WHERE [open] = 1 AND [kind] = 'a';

-- CreateIndex
CREATE INDEX "Node_parentId_kind_idx" ON "Node"("parentId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Mark_number_key" ON "Mark"("number");
`)
  })
})
